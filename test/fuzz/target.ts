import type { Random } from "./random.ts"

/** Something that reads what others wrote. */
export interface Target {
    readonly name: string
    /** An input made from a good one. */
    readonly make: (random: Random) => Uint8Array | string
    /**
     * Reads it. A finding (`PacketError`) is an answer like any other; whatever else is thrown is a crash. Returns why taking it
     * was wrong, where it was taken and must not be.
     */
    readonly read: (input: Uint8Array | string) => unknown
}

/** What `read` returns for an input that was wrongly taken. */
export class WronglyTaken {
    readonly why: string
    constructor(why: string) {
        this.why = why
    }
}

export const bytesOf = (input: Uint8Array | string): Uint8Array =>
    typeof input === "string" ? new TextEncoder().encode(input) : input
export const textOf = (input: Uint8Array | string): string =>
    typeof input === "string" ? input : new TextDecoder().decode(input)
