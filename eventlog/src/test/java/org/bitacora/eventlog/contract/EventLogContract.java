package org.bitacora.eventlog.contract;

/** All that a log owes. */
interface EventLogContract
        extends AtomicContract,
                DuplicateContract,
                OrderContract,
                OwnershipContract,
                PrivateContract,
                ReadingContract,
                RehearsalContract,
                RestoreContract,
                TimeContract,
                VerifyContract {}
