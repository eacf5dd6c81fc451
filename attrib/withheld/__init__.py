"""What holds findings back: comments with a reason, a file beside the drafts, a baseline, what a change leaves."""
