/** Texts of old workbooks, over the ends of records. */

export class XlsFault extends Error {
    readonly fault: "old" | "password" | "damaged" | "too-large"
    constructor(fault: XlsFault["fault"]) {
        super(fault)
        this.fault = fault
    }
}

/** A record with those that continue it, read on from one to the next ([MS-XLS] 2.5.293). */
export class Pieces {
    private readonly pieces: readonly Uint8Array[]
    private piece = 0
    private at: number
    constructor(pieces: readonly Uint8Array[], at: number) {
        this.pieces = pieces
        this.at = at
    }

    isAtEnd(): boolean {
        return this.rest() === 0
    }

    /** Bytes left in the piece, that of the next where it is at its end; 0 at the end of all. */
    private rest(): number {
        while (this.piece < this.pieces.length) {
            const left = (this.pieces[this.piece]?.length ?? 0) - this.at
            if (left > 0) return left
            this.piece++
            this.at = 0
        }
        return 0
    }

    number(width: 1 | 2 | 4): number {
        let value = 0
        for (let i = 0; i < width; i++) {
            if (this.rest() === 0) throw new XlsFault("damaged")
            value += (this.pieces[this.piece]?.[this.at++] ?? 0) * 256 ** i
        }
        return value
    }

    skip(count: number): void {
        for (let left = count; left > 0; ) {
            const step = Math.min(left, this.rest())
            // What would be skipped behind the end is damage of no text that is read.
            if (step === 0) return
            this.at += step
            left -= step
        }
    }

    /** @param flags - Its lowest bit: two bytes a character, else one; said again where a record continues the text. */
    characters(count: number, flags: number): string {
        let text = ""
        let width = (flags & 1) + 1
        while (text.length < count) {
            const before = this.piece
            const left = this.rest()
            if (left === 0) throw new XlsFault("damaged")
            if (this.piece !== before) width = (this.number(1) & 1) + 1
            const length = Math.min(count - text.length, Math.floor(this.rest() / width))
            if (length === 0) throw new XlsFault("damaged")
            const bytes = this.pieces[this.piece]?.subarray(this.at, this.at + length * width) ?? new Uint8Array()
            text += decode(bytes, width)
            this.at += length * width
        }
        return text
    }
}

function decode(bytes: Uint8Array, width: number): string {
    if (width === 2) return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(bytes)
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")
}
