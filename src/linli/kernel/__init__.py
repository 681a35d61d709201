"""What knows no word of neighbourhoods. Upper step: rules, workdays, jobs, events; lower step: the rest."""
