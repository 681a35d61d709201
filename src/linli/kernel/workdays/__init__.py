"""Working time: office hours, adjusted holidays (调休), clocks that pause and explain themselves."""
