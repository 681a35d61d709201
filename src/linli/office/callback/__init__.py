"""The call-back desk: whom to ring next, a calm page to read from, and three questions apart."""
