"""Every benchmark, one after the other: `make bench`."""

from bench import (
    case_list,
    changed_numbers,
    kernels,
    mutations,
    one_quarter,
    privacy,
    publishing,
    reading,
    tables,
    traces,
    unchanged,
)

reading.main()
case_list.main()
mutations.main()
tables.main()
publishing.main()
privacy.main()
traces.main()
changed_numbers.main()
kernels.main()
unchanged.main()
one_quarter.main()
