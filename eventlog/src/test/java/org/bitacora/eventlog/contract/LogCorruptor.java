package org.bitacora.eventlog.contract;

/** Alters stored data, as a disk fault or a person with database access would. */
interface LogCorruptor {

    /** Sets a column of an entry. */
    void damage(String territory, long position, String field, String value);

    /** Removes an entry. */
    void remove(String territory, long position);

    /** Erases the private part of an entry. Erasure is legitimate and not damage. */
    void erase(String territory, long position);
}
