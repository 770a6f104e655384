import { base64 } from "@scure/base"

/** RFC 4648 §4 base64 with padding; `undefined` unless the text is the one canonical spelling. */
export function decodeBase64(text: string): Uint8Array | undefined {
    try {
        const bytes = base64.decode(text)
        // Refuses set bits in the padding, whatever the library's version thinks of them.
        return base64.encode(bytes) === text ? bytes : undefined
    } catch {
        return undefined
    }
}

/** Base64 with padding, on one line. */
export function encodeBase64(bytes: Uint8Array): string {
    return base64.encode(bytes)
}

/**
 * Text armour as OpenSSH writes it: a BEGIN line, base64 in lines of `width` characters, an END line, LF everywhere.
 *
 * @param label - for example `SSH SIGNATURE`.
 */
export function printArmour(label: string, bytes: Uint8Array, width: number): string {
    const text = encodeBase64(bytes)
    const lines: string[] = []
    for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width))
    return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n")
}

/**
 * Reads armour that {@link printArmour} wrote in one of these widths, byte for byte; `undefined` for CRLF, other wrapping,
 * text around it.
 */
export function parseArmour(label: string, text: string, widths: readonly number[]): Uint8Array | undefined {
    const head = `-----BEGIN ${label}-----\n`
    const foot = `\n-----END ${label}-----\n`
    if (!text.startsWith(head) || !text.endsWith(foot) || text.length < head.length + foot.length) return undefined
    const bytes = decodeBase64(text.slice(head.length, -foot.length).replaceAll("\n", ""))
    return bytes !== undefined && widths.some((width) => printArmour(label, bytes, width) === text) ? bytes : undefined
}
