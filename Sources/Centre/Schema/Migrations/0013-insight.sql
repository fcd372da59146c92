-- What the wall counts every few seconds: only what is open, read from the index alone. The number
-- is Moment.never, the due moment of what has no running clock; it and the lists of stages and
-- states must stand in the queries as they stand here. Columns that the conditions name are in the
-- indexes too, so that no row has to be fetched for them.
CREATE INDEX matters_running ON matters (class, due_at, village, grid, id, linked_into)
    WHERE linked_into IS NULL AND due_at < 253402271999999;
CREATE INDEX matters_open ON matters (stage, id, linked_into)
    WHERE linked_into IS NULL
        AND stage NOT IN ('declined', 'closed', 'archived', 'withdrawn', 'terminated');
CREATE INDEX matters_by_creation ON matters (created_at, id, class, linked_into);
CREATE INDEX assignments_live ON assignments (unit, matter_due_at, matter, state)
    WHERE state IN ('pending', 'signed', 'working', 'rework');
CREATE INDEX assignments_joint ON assignments (matter_due_at, matter, role, state)
    WHERE role = 'assist' AND state IN ('pending', 'signed', 'working', 'rework');
