import { type ByteSource, sourceOf } from "./source.ts"

/**
 * What a file that a flow hands out is for. Programs tell files by it and never by their names; it is written into no
 * packet.
 */
export type OutputRole =
    /** A packet as a ZIP. */
    | "packet"
    /** For the police to read, print or sign. */
    | "police"
    /** Stays with the person who reports. */
    | "kept"
    /** To be filled in. */
    | "form"
    /** What a later step needs of this one. */
    | "record"
    /** To print and have sealed. */
    | "letter"
    | "checklist"
    /** What to type into a portal; never sent. */
    | "portal"
    /** The first file that leaves: English page, sealed letter, instrument, schedules. */
    | "request"
    | "identifiers"
    /** The same as comma-separated text. */
    | "identifiers-csv"
    | "exhibits"
    /** The English letter to copy from. */
    | "letter-copy"
    /** A draft mail with its attachments. */
    | "mail"
    /** Text of a mail, for web mail. */
    | "mail-body"
    /** To whom, subject, what to attach. */
    | "mail-address"
    /** Asks whether a channel is genuine. */
    | "inquiry"
    | "identity-image"
    | "identity-mail"

/** A file that a flow hands out; a shell writes it. */
export interface Output {
    /** Below the folder that the user named, with `/` between segments. */
    readonly path: string
    readonly source: ByteSource
    readonly role: OutputRole
    /** Holds what only this user of the machine may read: a shell keeps others from it. */
    readonly private?: true
}

/** A file that was made. */
export function output(role: OutputRole, path: string, made: Uint8Array | ByteSource): Output {
    return { path, source: sourceOf(made), role }
}

/** A file made in memory that only this user of the machine may read. */
export function privateOutput(role: OutputRole, path: string, bytes: Uint8Array): Output {
    return { ...output(role, path, bytes), private: true }
}
