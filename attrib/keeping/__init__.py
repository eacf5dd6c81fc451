"""What is kept: from start to start, from run to run, and from one keystroke to the next."""
