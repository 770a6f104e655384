import type { Host } from "./host.ts"

/**
 * A data file of the product as its reader gives it. The program carries what its own readers made of the product's
 * files, bound to the texts by their hashes, because reading them anew takes longer than most commands: that is a part
 * of the program as its code is, no input. Every other text is read.
 */
export function madeOrRead<T>(host: Host, name: string, read: (text: string) => T): T {
    const text = host.asset(name)
    const made = host.made?.(name, text)
    return made === undefined ? read(text) : (made as T)
}
