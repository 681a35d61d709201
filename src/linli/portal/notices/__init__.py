"""What the neighbourhood's bodies announce: a list, a page each with its proof, feeds, a frame for other sites."""
