"""What `linli bench` runs; each bench names its peer or limit. `running` knows them all."""
