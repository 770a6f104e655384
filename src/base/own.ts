/** What a table has for a name that somebody else wrote: `constructor` is in no table, though every object answers to it. */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
    return Object.hasOwn(table, name) ? table[name] : undefined
}
