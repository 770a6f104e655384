import { utf8 } from "../../base/bytes.ts"

/** UTF-8 with BOM and CRLF, so that the editor of an old Windows shows Chinese and lines. */
export function windowsText(text: string): Uint8Array {
    return utf8(`\uFEFF${text.replace(/\n/g, "\r\n")}`)
}
