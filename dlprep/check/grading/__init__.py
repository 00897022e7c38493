"""What a program gave, held against the reference: right, wrong, or not to be judged."""
