import type { Role, StructNode } from "./placed.ts"

/** The structure tree while it grows. Parents are added before their children, so indexes are document order. */
export interface Tree {
    readonly nodes: StructNode[]
    /** Adds a node and returns its index. */
    add(role: Role, parent: number | undefined, more?: Omit<StructNode, "role" | "parent">): number
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
