/** Internet addresses in text form: RFC 4291 §2.2 for version 6, four decimal numbers for version 4. */

/**
 * Whether a text is an address, as logs of exchanges show it: bare, with a prefix length (`203.0.113.0/24`), or with a port
 * (`203.0.113.7:443`, `[2001:db8::1]:443`). Version 4 numbers have no leading zero, which some programs read as octal.
 */
export function isIpAddress(text: string): boolean {
    const [, inBrackets, port] = /^\[(.+)\](?::(\d{1,5}))?$/.exec(text) ?? []
    if (inBrackets !== undefined) return isVersion6(inBrackets) && isPort(port)
    const [, address = "", prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
    if (isVersion6(address)) return Number(prefix ?? "0") <= 128
    const [, host = "", portOfHost] = /^([\d.]+)(?::(\d{1,5}))?$/.exec(address) ?? []
    if (prefix !== undefined && portOfHost !== undefined) return false
    return isVersion4(host) && isPort(portOfHost) && Number(prefix ?? "0") <= 32
}

function isPort(text: string | undefined): boolean {
    return text === undefined || (Number(text) >= 1 && Number(text) <= 65_535)
}

function isVersion4(text: string): boolean {
    const parts = text.split(".")
    return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

/** Eight groups of hexadecimal figures; `::` stands once for one or more of zeros, the last two may be a version 4 address. */
function isVersion6(text: string): boolean {
    const [bare = "", zone] = text.split("%")
    if (zone !== undefined && !/^[\w.-]{1,32}$/.test(zone)) return false // RFC 4007 §11
    const tail = bare.slice(bare.lastIndexOf(":") + 1)
    const hasVersion4 = tail.includes(".")
    if (hasVersion4 && !isVersion4(tail)) return false
    const hex = hasVersion4 ? `${bare.slice(0, -tail.length)}0:0` : bare
    const halves = hex.split("::")
    if (halves.length > 2) return false
    const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")))
    if (!groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return false
    return halves.length === 2 ? groups.length <= 7 : groups.length === 8
}
