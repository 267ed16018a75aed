/** A tree that the arrow keys walk: https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ */

import { useState, type KeyboardEvent, type ReactNode } from 'react'

export type TreeNode = { readonly id: string; readonly label: ReactNode; readonly children: readonly TreeNode[] }

export function PathTree({
  label,
  nodes,
  depthOpen = 1,
}: {
  readonly label: string
  readonly nodes: readonly TreeNode[]
  readonly depthOpen?: number
}): ReactNode {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(openUpTo(nodes, depthOpen)))
  const [active, setActive] = useState(nodes[0]?.id ?? '')

  function toggle(id: string, isOpen: boolean): void {
    const next = new Set(open)
    if (isOpen) next.add(id)
    else next.delete(id)
    setOpen(next)
  }
  function keys(event: KeyboardEvent<HTMLUListElement>): void {
    const item = (event.target as Element).closest<HTMLElement>('[role="treeitem"]')
    if (item === null) return
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')]
    const at = all.indexOf(item)
    const id = item.dataset['node'] ?? ''
    const isOpen = item.getAttribute('aria-expanded')
    let next: HTMLElement | null | undefined
    switch (event.key) {
      case 'ArrowDown':
        next = all[at + 1]
        break
      case 'ArrowUp':
        next = all[at - 1]
        break
      case 'Home':
        next = all[0]
        break
      case 'End':
        next = all.at(-1)
        break
      case 'ArrowRight':
        if (isOpen === 'false') toggle(id, true)
        else if (isOpen === 'true') next = all[at + 1]
        break
      case 'ArrowLeft':
        if (isOpen === 'true') toggle(id, false)
        else next = item.parentElement?.closest<HTMLElement>('[role="treeitem"]')
        break
      case 'Enter':
        if (event.target !== item) return
        item.querySelector<HTMLElement>(':scope > .node a')?.click()
        break
      default:
        return
    }
    event.preventDefault()
    next?.focus()
  }

  function render(node: TreeNode): ReactNode {
    const hasChildren = node.children.length > 0
    const isOpen = open.has(node.id)
    return (
      <li
        key={node.id}
        role="treeitem"
        data-node={node.id}
        tabIndex={active === node.id ? 0 : -1}
        aria-expanded={hasChildren ? isOpen : undefined}
        onFocus={(event) => {
          if (event.target === event.currentTarget) setActive(node.id)
        }}
      >
        <span className="node">
          <span
            className="twist"
            aria-hidden="true"
            onClick={() => {
              if (hasChildren) toggle(node.id, !isOpen)
            }}
          >
            {hasChildren ? (isOpen ? '▾' : '▸') : ''}
          </span>
          {node.label}
        </span>
        {hasChildren && isOpen ? <ul role="group">{node.children.map(render)}</ul> : null}
      </li>
    )
  }

  return (
    <ul className="tree" role="tree" aria-label={label} onKeyDown={keys}>
      {nodes.map(render)}
    </ul>
  )
}

function openUpTo(nodes: readonly TreeNode[], depth: number): readonly string[] {
  return depth === 0 ? [] : nodes.flatMap(({ id, children }) => [id, ...openUpTo(children, depth - 1)])
}
