"""Mail accounts: which there are, how each is set up, tried and signed in; and whom nothing is sent to."""
