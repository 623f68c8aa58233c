package org.bitacora.eventlog.contract;

/** Changes what is stored, as a fault of a disk or a person with the keys of the database would. */
interface LogCorruptor {

    /** Sets a text of an entry. */
    void damage(String territory, long position, String field, String value);

    /** Removes an entry. */
    void remove(String territory, long position);

    /** Erases the private part of an entry: this one is no damage, but a right. */
    void erase(String territory, long position);
}
