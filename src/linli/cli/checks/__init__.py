"""What makes a deployment fit for production, one question per function; `linli check` asks them all."""
