import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog-frame.css';

export interface DialogFrameProps {
  readonly heading: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
  /** Wider, for pages such as the list of keys. */
  readonly wide?: boolean;
  /** As wide as a list of colours. */
  readonly narrow?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the window. Escape closes it with the safe answer and gives the focus back. */
export function DialogFrame({ heading, role = 'dialog', wide, narrow, onClose, children }: DialogFrameProps) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`dialog float ${wide ? 'wide' : narrow ? 'narrow' : ''}`}>
        <Dialog role={role} className="dialog-body">
          <Heading slot="title" className="dialog-heading">
            {heading}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
