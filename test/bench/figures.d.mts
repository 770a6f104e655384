/** One row of the table; `row` is a key of `ROWS`. */
export interface Figure {
    readonly row: string
    readonly lerpack: string
    readonly peer: string
    readonly ratio: string
}
export function withFigures(text: string, figures: readonly Figure[], where: string, day: string): string
