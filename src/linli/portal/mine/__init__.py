"""All that is mine: matters, messages, who saw my data, my contact, acting for others, and forgetting me."""
