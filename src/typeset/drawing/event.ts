/** An event as a timeline shows it. */
export interface TimelineEvent {
    /** The instant, in milliseconds since 1970-01-01T00:00Z; decides order and place. */
    readonly atMs: number
    /** How exactly the instant is known. Default: 1000. */
    readonly precisionMs?: number
    /** The same instant by each clock, one line each, as it is to be printed. */
    readonly time: readonly string[]
    readonly text: string
}
