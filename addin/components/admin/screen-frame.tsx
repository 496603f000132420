import type { ReactNode } from "react";
import "./admin.css";

export interface ScreenFrameProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Heading, what the screen is about, its main actions, its content. */
export function ScreenFrame({ title, about, actions, children }: ScreenFrameProps) {
  return (
    <section className="admin-screen" aria-label={title}>
      <header className="admin-head">
        <div>
          <h1>{title}</h1>
          {about !== undefined && <p>{about}</p>}
        </div>
        {actions !== undefined && <div className="admin-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
