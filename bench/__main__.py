"""Every benchmark, one after the other: `make bench`."""

from bench import (
    case_list,
    changed_numbers,
    growth,
    kernels,
    mutations,
    one_quarter,
    privacy,
    publishing,
    quarters,
    reading,
    tables,
    traces,
    unchanged,
)
from bench.faults import whole_runs
from bench.faults.fault import FULL, KILL
from bench.faults.stand import SMALL

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
quarters.main(rounds=1)
growth.main()
whole_runs.main(kills=20, every=5, faults=(FULL, KILL), sample=SMALL)
