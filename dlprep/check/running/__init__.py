"""Programs are run on the cases: a solution and wrong forms of it here, a learner's in children."""
