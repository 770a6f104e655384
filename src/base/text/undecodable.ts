/** Names of files whose bytes are no UTF-8, as a ZIP of an older Windows leaves them on Linux. */

/** What a Chinese Windows would read in the bytes; empty where that makes no sense either. */
export function gbkReading(bytes: Uint8Array): string {
    try {
        const text = new TextDecoder("gb18030", { fatal: true }).decode(bytes)
        return /\p{Script=Han}/u.test(text) && !/[\p{Cc}\p{Co}\p{Cn}\uFFFD]/u.test(text) ? text : ""
    } catch {
        return ""
    }
}
