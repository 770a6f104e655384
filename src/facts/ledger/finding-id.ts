import { utf8 } from "../../base/bytes.ts"
import { sha256Hex } from "../../base/digest.ts"
import type { PlacedRow } from "./reading.ts"

/** A short name of a finding that stays the same while its values do: `L3F2A`. */
export function idOf(...values: readonly string[]): string {
    return `L${sha256Hex(utf8(values.join("\n")))
        .slice(0, 4)
        .toUpperCase()}`
}

export function placeText(row: Pick<PlacedRow, "file" | "row">): string {
    return `${row.file} 第 ${String(row.row)} 行`
}
