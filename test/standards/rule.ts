import type { PdfFile } from "./pdf-file.ts"

/** One demand of a standard that a program can check. */
export interface Rule {
    /** For example `A-2 6.1.3` (ISO 19005-2), `UA-1 7.5` (ISO 14289-1), `32000 14.8` (ISO 32000-1). */
    readonly clause: string
    /** What must hold, as a sentence. */
    readonly says: string
    /** Each breach, naming the object; empty where it holds. */
    faults(file: PdfFile): readonly string[]
}

/** The sentence for whatever is in the list that should be empty. */
export function each<T>(items: Iterable<T>, fault: (item: T) => string | undefined | false): string[] {
    return [...items].flatMap((item) => fault(item) || [])
}
