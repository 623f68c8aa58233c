package org.bitacora.eventlog.contract;

/** All that a log owes. */
interface EventLogContract
        extends AtomicAppendContract,
                DuplicateContract,
                OrderContract,
                OwnershipContract,
                PrivateDataContract,
                ReadContract,
                DryRunContract,
                RestoreContract,
                RecordingTimeContract,
                VerifyContract {}
