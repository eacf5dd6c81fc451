"""Citations in all their forms: brackets, notes, footnotes, links and phrases of running text."""
