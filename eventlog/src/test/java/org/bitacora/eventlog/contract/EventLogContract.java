package org.bitacora.eventlog.contract;

/** The complete contract of an event log. */
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
