"""Files of office programs, read part by part."""
