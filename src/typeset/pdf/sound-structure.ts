import type { StructNode } from "../layout/pages/placed.ts"

const HEADINGS: readonly StructNode["role"][] = ["H1", "H2", "H3", "H4"]

/**
 * Mends what templates may leave open and PDF/UA-1 does not: headings begin at H1 and go down level by level (§7.4.2),
 * whatever levels were chosen for their look; rows of a table that has a head but no body are its body (§7.2).
 *
 * @param structure - In the order of reading.
 */
export function soundStructure(structure: readonly StructNode[]): readonly StructNode[] {
    const withBody = new Set(structure.flatMap(({ role, parent }) => (role === "TBody" ? [parent] : [])))
    let level = 0
    return structure.map((node) => {
        const wanted = HEADINGS.indexOf(node.role) + 1
        if (wanted > 0) {
            level = Math.min(wanted, level + 1)
            return { ...node, role: HEADINGS[level - 1] ?? node.role }
        }
        return node.role === "THead" && !withBody.has(node.parent) ? { ...node, role: "TBody" } : node
    })
}
