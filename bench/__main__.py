"""Every benchmark, one after the other: `make bench`."""

from bench import mutations, reading

reading.main()
mutations.main()
