/** What the page gives to its worker. */

/** A file of a folder that is held in memory: a case folder, papers, a packet that was unpacked. */
export interface FolderFile {
    /** With `/` between segments. */
    readonly path: string
    readonly blob: Blob
    /** Milliseconds since 1970-01-01T00:00Z, as the file says. */
    readonly modified: number
}

/** When something is done: the worker reads no clock. */
export interface Moment {
    /** RFC 3339 with offset. */
    readonly now: string
    /** Minutes east of UTC, for times of files. */
    readonly offsetMinutes: number
}

/** A private key that signs, as it was dropped. */
export interface KeyFile {
    readonly name: string
    readonly blob: Blob
    readonly passphrase: string
}

/** What the worker is being asked to say while it works. */
export type Phase = "reading" | "documents" | "packing" | "verifying"

/** Name of a file without its folders. */
export function nameOf({ path }: Pick<FolderFile, "path">): string {
    return path.split("/").at(-1) ?? path
}
