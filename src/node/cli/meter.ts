/** Fewer bytes are read before anybody could ask. */
const METERED = 64 << 20
/** Milliseconds between two lines. */
const EVERY = 500

/** How far a piece of work is. */
export interface Far {
    readonly doneBytes: number
    readonly bytes: number
    readonly bytesPerSecond: number
    readonly secondsLeft: number
}

/** Counts what is read of so many bytes, and now and then says how far that is; what is read twice is said once. */
export function meter(bytes: number, say: (far: Far) => void): (read: number) => void {
    const from = performance.now()
    let [doneBytes, said] = [0, from]
    if (bytes < METERED) return () => undefined
    return (read) => {
        doneBytes += read
        const now = performance.now()
        if (now - said < EVERY || doneBytes >= bytes) return
        said = now
        const bytesPerSecond = doneBytes / ((now - from) / 1000)
        say({ doneBytes, bytes, bytesPerSecond, secondsLeft: (bytes - doneBytes) / bytesPerSecond })
    }
}
