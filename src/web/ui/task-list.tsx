/** Things to do in any order, each with whether it is done. */
import type { Children } from './context.tsx'
import { StatusTag, type TaskState } from './tag.tsx'

export type Task = { href: string; label: string; hint?: Children; state: TaskState }

export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="task-list">
      {tasks.map(task => (
        <li key={task.href} class="task">
          <div>
            <a href={task.href}>{task.label}</a>
            {task.hint && <div class="small">{task.hint}</div>}
          </div>
          <StatusTag task={task.state} />
        </li>
      ))}
    </ul>
  )
}
