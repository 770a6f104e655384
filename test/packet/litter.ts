import { utf8 } from "../../src/base/bytes.ts"

/** What a system or office program writes under such a name. */
export function litter(path: string): Uint8Array {
    const name = path.split("/").at(-1) ?? ""
    if (name.startsWith("._")) return Uint8Array.of(0, 5, 0x16, 7, 0, 2, 0, 0)
    if (name === ".DS_Store") return Uint8Array.of(0, 0, 0, 1, ...utf8("Bud1"), 0, 0)
    if (name === "Thumbs.db") return Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0)
    if (name === "desktop.ini") return utf8("[.ShellClassInfo]\r\nIconResource=x\r\n")
    return name === ".localized" ? new Uint8Array(0) : utf8("who has it open")
}
