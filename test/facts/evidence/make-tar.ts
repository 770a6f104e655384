import { concat, utf8 } from "../../../src/base/bytes.ts"

/** A tar archive of one file. */
export function tarOf(name: string, content: Uint8Array): Uint8Array {
    const head = new Uint8Array(512)
    head.set(utf8(name))
    head.set(utf8("0000644"), 100)
    head.set(utf8(content.length.toString(8).padStart(11, "0")), 124)
    head.set(utf8("        "), 148)
    head.set(utf8("0ustar"), 156)
    const sum = head.reduce((all, byte) => all + byte, 0)
    head.set(utf8(`${sum.toString(8).padStart(6, "0")}\0 `), 148)
    const filled = new Uint8Array(Math.ceil(content.length / 512) * 512)
    filled.set(content)
    return concat([head, filled, new Uint8Array(1024)])
}
