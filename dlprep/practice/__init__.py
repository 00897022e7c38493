"""What a person sits down to do; sessions take answers and yield results."""
