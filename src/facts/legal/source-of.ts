import type { Source } from "./read.ts"

/** The source of an id in a file of data. The readers make sure that each one named is there. */
export function sourceOf(sources: readonly Source[], id: string): Source {
    const found = sources.find((one) => one.id === id)
    if (found === undefined) throw new Error(`no source ${id}`)
    return found
}
