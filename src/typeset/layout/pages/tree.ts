import type { Role, StructNode } from "./placed.ts"

/** The structure tree while it grows. Parents are added before their children, so indexes are document order. */
export interface Tree {
    readonly nodes: StructNode[]
    /** Adds a node and returns its index. */
    add(role: Role, parent: number | undefined, more?: Omit<StructNode, "role" | "parent">): number
}

/**
 * Moves the nodes from `from` on, the last ones, to where `to` stands; nobody else is their child.
 *
 * @returns The nodes, and the new index of each of the old.
 */
export function moveNodes(
    nodes: readonly StructNode[],
    from: number,
    to: number,
): { readonly nodes: readonly StructNode[]; indexOf(old: number): number } {
    const count = nodes.length - from
    const indexOf = (old: number) => (old < to ? old : old < from ? old + count : old - from + to)
    const moved = [...nodes.slice(0, to), ...nodes.slice(from), ...nodes.slice(to, from)]
    return {
        nodes: moved.map((node) => (node.parent === undefined ? node : { ...node, parent: indexOf(node.parent) })),
        indexOf,
    }
}

/** A tree with its root, `Document`, at index 0. */
export function newTree(): Tree {
    const nodes: StructNode[] = [{ role: "Document", parent: undefined }]
    return {
        nodes,
        add(role, parent, more = {}) {
            nodes.push({ role, parent, ...more })
            return nodes.length - 1
        },
    }
}
