import { Component, type ReactNode } from 'react';
import { sayFailure } from '../../i18n/failure';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { noteFault } from '../../state/run/actions';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/**
 * Keeps a part of the page that fails from taking the rest with it: says what failed, keeps it for a report, and offers
 * to draw the part again.
 */
export class ErrorBoundary extends Component<
  ErrorBoundaryProps,
  { readonly message: string | null }
> {
  override state = { message: null };

  static getDerivedStateFromError(error: unknown) {
    return { message: messageOf(error) };
  }

  override componentDidCatch(error: unknown) {
    noteFault(messageOf(error));
  }

  override render() {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return <Broken message={message} onRetry={() => this.setState({ message: null })} />;
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function Broken({ message, onRetry }: { readonly message: string; onRetry(): void }) {
  const t = useTranslate();
  return (
    <div role="alert" className="broken-part">
      <p>{t(pageTexts.broken)}</p>
      <p className="quiet">{sayFailure(message, t)}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t(pageTexts.retry)}
      </button>
    </div>
  );
}
