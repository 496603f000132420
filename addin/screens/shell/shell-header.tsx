import { Badge, Button, CounterBadge, Tooltip } from "@fluentui/react-components";
import { AlertRegular } from "@fluentui/react-icons/svg/alert";
import { NavigationRegular } from "@fluentui/react-icons/svg/navigation";
import { PersonRegular } from "@fluentui/react-icons/svg/person";
import { SignOutRegular } from "@fluentui/react-icons/svg/sign-out";
import { PostChoice } from "#addin/components/post-choice.tsx";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { ShellProps } from "./shell-props.ts";

export function ShellHeader(props: ShellProps) {
  const { me, language } = props;
  const words = workbenchWords(language);
  const notices = words.shell.noticesOf(props.unread);
  return (
    <header className="shell-head">
      <Button
        appearance="transparent"
        icon={<NavigationRegular />}
        aria-label={words.shell.menu}
        aria-expanded={props.sideOpen}
        onClick={() => props.onSide(!props.sideOpen)}
      />
      <strong className="shell-product">{words.product}</strong>
      <span className="shell-unit">
        {me.unit?.name ?? (me.duty === null ? "" : adminWords[language].duties[me.duty])}
      </span>
      {me.permission === "read-only" && <Badge appearance="outline">{words.shell.readOnly}</Badge>}
      <span className="shell-space" />
      {me.posts.length > 1 ? <PostChoice {...props} /> : <span className="shell-post">{onlyPost(props)}</span>}
      <span className="shell-who">{me.personName ?? me.accountName}</span>
      <Tooltip content={notices} relationship="label">
        <Button appearance="transparent" icon={<AlertRegular />} onClick={() => props.onPlace("notices")}>
          {props.unread > 0 && <CounterBadge count={props.unread} size="small" color="danger" />}
        </Button>
      </Tooltip>
      <Button
        appearance="transparent"
        size="small"
        lang={language === "en" ? "zh-CN" : "en"}
        onClick={() => props.onLanguage(language === "en" ? "zh-CN" : "en")}
      >
        {words.shell.language}
      </Button>
      <Button
        appearance="transparent"
        size="small"
        icon={<PersonRegular />}
        onClick={() => props.onPlace("personal-centre")}
      >
        {words.shell.personalCentre}
      </Button>
      <Button appearance="transparent" size="small" icon={<SignOutRegular />} onClick={props.onSignOut}>
        {words.shell.signOut}
      </Button>
    </header>
  );
}

function onlyPost({ me, language }: ShellProps): string {
  const [post] = me.posts;
  return post ? adminWords[language].posts[post.kind] : adminWords[language].accountKinds[me.kind];
}
