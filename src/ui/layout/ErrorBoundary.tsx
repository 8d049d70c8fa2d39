import { Component, type ReactNode } from 'react';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Keeps a part of the page that fails from taking the rest with it, and offers to draw it again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <Broken onRetry={() => this.setState({ hasFailed: false })} />;
  }
}

function Broken({ onRetry }: { onRetry(): void }) {
  const t = useTranslate();
  return (
    <div role="alert" className="broken-part">
      <p>{t(pageTexts.broken)}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t(pageTexts.retry)}
      </button>
    </div>
  );
}
